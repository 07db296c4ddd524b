export default {
  table: 'Lista de preços',
  search: 'Buscar produto',
  'new': 'Novo produto',
  edit: 'Editar {{name}}',
  saved: 'Produto salvo',
  status: { active: 'À venda', inactive: 'Fora de venda' },
  takeOff: 'Tirar de venda',
  putBack: 'Voltar a vender',
  noneTitle: 'Ainda não há produtos',
  noneText:
    'O que a empresa vende, por quanto e de quanto em quanto tempo. Os negócios tiram daqui as suas linhas.',
  nothingTitle: 'Nenhum produto encontrado',
  nothingText: 'Mude a busca ou os filtros.',
  priceInvalid: 'Escreva um preço, como 99,90.',
  priceHint: 'Linhas que já existem ficam com o preço que tinham.',
  serviceTypeNone: 'Escolher ao fechar a venda',
  serviceTypeHint: 'De que trata o contrato de quem compra.',
};
