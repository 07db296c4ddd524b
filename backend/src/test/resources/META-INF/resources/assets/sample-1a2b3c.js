// A sample of what the web app is built to.
export const sample = "sample sample sample sample sample sample";
