export interface Complaint {
  operation: string;
  what: string;
  role: string;
  way: string;
  given: string;
  body: string;
  times: number;
}
export function fuzz(settings: { url: string; seed?: number; seconds?: number; rounds?: number }): Promise<{
  complaints: Complaint[];
  count: number;
  byStatus: Record<string, number>;
}>;
