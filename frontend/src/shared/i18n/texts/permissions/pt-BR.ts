export default {
  actions: {
    read: 'Ver',
    write: 'Alterar',
    run: 'Executar',
    approve: 'Assinar',
  },
  groups: {
    sales: 'Vendas',
    revenue: 'Receita',
    company: 'Empresa',
    system: 'Sistema',
  },
  areas: {
    crm: {
      leads: 'Leads',
      companies: 'Empresas',
      contacts: 'Contatos',
      pipelines: 'Funis',
      deals: 'Negócios',
      products: 'Produtos',
      goals: 'Metas',
      activities: 'Atividades',
    },
    customers: {
      customers: 'Clientes',
    },
    portfolio: {
      contracts: 'Contratos',
    },
    billing: {
      invoices: 'Faturas',
      payments: 'Pagamentos',
    },
    files: {
      files: 'Arquivos',
    },
    lists: {
      exports: 'Exportações',
    },
    imports: {
      imports: 'Importações',
    },
    jobs: {
      runs: 'Rotinas',
    },
    work: {
      dead_letters: 'Trabalho que falhou de vez',
    },
    audit: {
      entries: 'Auditoria',
    },
    privacy: {
      erasures: 'Exclusão de dados pessoais',
    },
    reports: {
      dashboard: 'Painel',
    },
    company: {
      settings: 'Dados da empresa',
    },
    people: {
      users: 'Usuários e equipes',
    },
    access: {
      roles: 'Perfis',
      api_keys: 'Chaves de API',
    },
  },
  matrix: 'Permissões',
  area: 'Área',
  roles: {
    admin: 'Administrador',
    manager: 'Gestor',
    agent: 'Vendas',
    finance: 'Financeiro',
    technician: 'Técnico',
    viewer: 'Leitura',
  },
  statuses: { active: 'Ativo', disabled: 'Desativado' },
  scopes: {
    all: 'De todos',
    team: 'Da equipe',
    own: 'Só os seus',
  },
};
