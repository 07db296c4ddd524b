// A company whose board has six columns of a thousand cards, made by the product's own import. The same cards each time.
const columns = ['Novo', 'Qualificado', 'Diagnóstico', 'Proposta', 'Negociação', 'Fechamento'];
const products = [
  'Site institucional',
  'Loja virtual',
  'Gestão de tráfego',
  'SEO mensal',
  'Hospedagem',
  'Manutenção',
  'Sistema CFC',
  'Portal de imóveis',
];
const trades = [
  'Padaria',
  'Autoescola',
  'Imobiliária',
  'Clínica',
  'Oficina',
  'Mercado',
  'Academia',
  'Ótica',
  'Papelaria',
  'Pousada',
];
const names = [
  'Sol',
  'Lua',
  'Progresso',
  'Horizonte',
  'Primavera',
  'São João',
  'Boa Vista',
  'Central',
  'do Vale',
  'Aurora',
];

export const perColumn = 1000;
export { columns };

export class Api {
  constructor(base) {
    this.base = base;
  }

  async send(method, path, { body, form, expect = 200 } = {}) {
    const answer = await fetch(new URL(path, this.base), {
      method,
      headers: {
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: form ?? (body && JSON.stringify(body)),
    });
    if (answer.status !== expect)
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  }
}

/** The same number for the same card in every run. */
const pick = (list, seed) => list[(Math.imul(seed + 7, 0x9e3779b1) >>> 8) % list.length];

function csv(today, owner) {
  const lines = ['Código;Título;Empresa;Valor;Etapa;Responsável;Previsão de fechamento'];
  for (let index = 0; index < columns.length * perColumn; index++) {
    const company = `${pick(trades, index * 3)} ${pick(names, index * 5 + 1)} ${index % 40}`;
    const close = new Date(today.getTime() + (((index * 37) % 90) - 20) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const amount = `${((index * 7919) % 90_000) + 500},${String(index % 100).padStart(2, '0')}`;
    lines.push(
      `K-${index};${pick(products, index)} ${index};${company};${amount};${columns[index % columns.length]};${index % 3 ? owner : ''};${index % 5 ? close : ''}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Registers the company and imports its 6,000 deals. */
export async function makeCompany(base) {
  const api = new Api(base);
  const slug = `quadro-${Date.now().toString(36)}`;
  const who = { email: `admin@${slug}.test`, password: 'correct horse battery', tenant: slug };
  const opened = await api.send('POST', '/api/auth/register', {
    body: {
      company_name: 'Quadro cheio',
      slug,
      name: 'Maria Alves',
      email: who.email,
      password: who.password,
    },
    expect: 201,
  });
  api.token = opened.access_token;
  const pipeline = await api.send('POST', '/api/crm/pipelines', {
    body: {
      name: 'Seis colunas',
      is_default: true,
      stages: [
        ...columns.map((name, index) => ({ name, type: 'open', probability: 10 + index * 15 })),
        { name: 'Ganho', type: 'won', probability: 100 },
        { name: 'Perdido', type: 'lost', probability: 0 },
      ],
    },
    expect: 201,
  });
  const form = new FormData();
  form.append('kind', 'deals');
  form.append('file', new Blob([csv(new Date(), 'Maria Alves')], { type: 'text/csv' }), 'quadro.csv');
  form.append(
    'mapping',
    JSON.stringify({
      external_id: 'Código',
      title: 'Título',
      company_name: 'Empresa',
      amount: 'Valor',
      stage: 'Etapa',
      owner_name: 'Responsável',
      expected_close_on: 'Previsão de fechamento',
    }),
  );
  form.append('options', JSON.stringify({ pipeline_id: pipeline.id }));
  let run = await api.send('POST', '/api/imports', { form, expect: 202 });
  while (run.status === 'queued' || run.status === 'running') {
    await new Promise((settle) => setTimeout(settle, 200));
    run = await api.send('GET', `/api/imports/${run.id}`);
  }
  if (run.created_count !== columns.length * perColumn)
    throw new Error(
      `the import made ${run.created_count} deals: ${run.error ?? ''} ${JSON.stringify(run.errors?.slice(0, 3))}`,
    );
  return { api, who, pipeline };
}
