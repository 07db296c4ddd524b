import type access from './texts/access/pt-BR';
import type account from './texts/account/pt-BR';
import type activities from './texts/activities/pt-BR';
import type apiKeys from './texts/apiKeys/pt-BR';
import type app from './texts/app/pt-BR';
import type audit from './texts/audit/pt-BR';
import type auth from './texts/auth/pt-BR';
import type billing from './texts/billing/pt-BR';
import type bulk from './texts/bulk/pt-BR';
import type calendar from './texts/calendar/pt-BR';
import type company from './texts/company/pt-BR';
import type crm from './texts/crm/pt-BR';
import type customers from './texts/customers/pt-BR';
import type customFields from './texts/customFields/pt-BR';
import type dashboard from './texts/dashboard/pt-BR';
import type duplicates from './texts/duplicates/pt-BR';
import type exports from './texts/exports/pt-BR';
import type fields from './texts/fields/pt-BR';
import type files from './texts/files/pt-BR';
import type forecast from './texts/forecast/pt-BR';
import type imports from './texts/imports/pt-BR';
import type jobs from './texts/jobs/pt-BR';
import type kit from './texts/kit/pt-BR';
import type loop from './texts/loop/pt-BR';
import type notifications from './texts/notifications/pt-BR';
import type permissions from './texts/permissions/pt-BR';
import type pipelines from './texts/pipelines/pt-BR';
import type portfolio from './texts/portfolio/pt-BR';
import type problem from './texts/problem/pt-BR';
import type products from './texts/products/pt-BR';
import type scoring from './texts/scoring/pt-BR';
import type search from './texts/search/pt-BR';
import type shell from './texts/shell/pt-BR';
import type states from './texts/states/pt-BR';
import type views from './texts/views/pt-BR';

/** All texts by namespace: a folder of `texts`, with a file for each language. `t('billing.title')` does not compile without it. */
export interface Messages {
  access: typeof access;
  account: typeof account;
  activities: typeof activities;
  apiKeys: typeof apiKeys;
  app: typeof app;
  audit: typeof audit;
  auth: typeof auth;
  billing: typeof billing;
  bulk: typeof bulk;
  calendar: typeof calendar;
  company: typeof company;
  crm: typeof crm;
  customers: typeof customers;
  dashboard: typeof dashboard;
  duplicates: typeof duplicates;
  exports: typeof exports;
  fields: typeof fields;
  forecast: typeof forecast;
  files: typeof files;
  imports: typeof imports;
  jobs: typeof jobs;
  kit: typeof kit;
  loop: typeof loop;
  notifications: typeof notifications;
  permissions: typeof permissions;
  pipelines: typeof pipelines;
  portfolio: typeof portfolio;
  customFields: typeof customFields;
  products: typeof products;
  problem: typeof problem;
  scoring: typeof scoring;
  search: typeof search;
  shell: typeof shell;
  states: typeof states;
  views: typeof views;
}

export type Namespace = keyof Messages;

/** The shape that the other languages must have: a key that is missing or too many does not compile. */
export type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
