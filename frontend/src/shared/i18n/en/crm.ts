export const crm = {};
