export default {
  title: 'Busca',
  field: 'Buscar em tudo',
  all: 'Tudo',
  showAll: 'Ver todos: {{kind}}',
  startTitle: 'O que você procura?',
  startText:
    'Nome, e-mail, telefone, CPF ou CNPJ, número de fatura, txid ou identificador de um Pix, título de contrato ou negócio. O começo de cada palavra basta.',
  nothingTitle: 'Nada encontrado para “{{words}}”',
  nothingText: 'Tente menos palavras, ou só o começo delas.',
};
