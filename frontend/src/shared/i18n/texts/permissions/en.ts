import type { Same } from '../../messages';
import type ptBR from './pt-BR';

const en: Same<typeof ptBR> = {
  actions: {
    read: 'See',
    write: 'Change',
    run: 'Run',
    approve: 'Sign',
  },
  groups: {
    sales: 'Sales',
    revenue: 'Revenue',
    company: 'Company',
    system: 'System',
  },
  areas: {
    crm: {
      leads: 'Leads',
      companies: 'Companies',
      contacts: 'Contacts',
      pipelines: 'Pipelines',
      deals: 'Deals',
      products: 'Products',
      goals: 'Goals',
      activities: 'Activities',
    },
    customers: {
      customers: 'Customers',
    },
    portfolio: {
      contracts: 'Contracts',
    },
    billing: {
      invoices: 'Invoices',
      payments: 'Payments',
    },
    files: {
      files: 'Files',
    },
    lists: {
      exports: 'Exports',
    },
    imports: {
      imports: 'Imports',
    },
    jobs: {
      runs: 'Jobs',
    },
    work: {
      dead_letters: 'Work that failed for good',
    },
    audit: {
      entries: 'Audit log',
    },
    privacy: {
      erasures: 'Erasure of personal data',
    },
    reports: {
      dashboard: 'Dashboard',
    },
    company: {
      settings: 'Company data',
    },
    people: {
      users: 'Users and teams',
    },
    access: {
      roles: 'Roles',
      api_keys: 'API keys',
    },
  },
  matrix: 'Permissions',
  area: 'Area',
  roles: {
    admin: 'Administrator',
    manager: 'Manager',
    agent: 'Sales',
    finance: 'Finance',
    technician: 'Technician',
    viewer: 'Viewer',
  },
  statuses: { active: 'Active', disabled: 'Disabled' },
  scopes: {
    all: "Everybody's",
    team: "The team's",
    own: 'Only their own',
  },
};
export default en;
