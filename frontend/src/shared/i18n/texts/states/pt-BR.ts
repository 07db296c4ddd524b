export default {
  contract: {
    trial: 'Teste',
    active: 'Ativo',
    frozen: 'Congelado',
    cancelled: 'Cancelado',
  },
  invoice: {
    draft: 'Rascunho',
    issued: 'Emitida',
    partial: 'Parcialmente paga',
    paid: 'Paga',
    overdue: 'Vencida',
    cancelled: 'Cancelada',
  },
  invoiceStatus: {
    draft: 'Rascunho',
    issued: 'Emitida',
    overdue: 'Vencida',
    paid: 'Paga',
    cancelled: 'Cancelada',
  },
  cycle: {
    one_off: 'Uma vez',
    monthly: 'Mensal',
    quarterly: 'Trimestral',
    semiannual: 'Semestral',
    annual: 'Anual',
  },
  billing: {
    current: 'Em dia',
    delinquent: 'Em atraso',
    blocked: 'Bloqueado',
  },
};
