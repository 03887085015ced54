import { ALERT_CATALOGUE, type AlertDefinition } from '@authmeter/core/conventions';

type JudgedAlert = Pick<AlertDefinition, 'name' | 'severity' | 'forSeconds' | 'conditions'>;

const [SERVICE_DOWN] = ALERT_CATALOGUE.filter(({ name }) => name === 'AuthServiceDown');
const ALERT = SERVICE_DOWN as JudgedAlert;

function page(changes: Readonly<Record<string, string>> = {}): string {
  const query =
    '1. Look:\n\n   ```promql\n   up\n   ```\n\n   ```sh\n   auth_events | jq .\n   ```';
  const sections = {
    'What it means': 'Text.',
    'Who is affected': 'Text.',
    'First five minutes': query,
    Causes: 'Text.',
    Mitigate: 'Text.',
    'Verify that it is over': query,
    'Follow-up': 'Text.',
    ...changes,
  };
  const rendered = Object.entries(sections).map(([heading, body]) => `## ${heading}\n\n${body}\n`);
  return `# AuthServiceDown\n\n**critical** · for 2m · more than 50 % fail\n\n${rendered.join('\n')}`;
}

async function judge(text: string, alert: JudgedAlert = ALERT): Promise<string[]> {
  const { judgeRunbook } = await import('../../checks/runbooks.mjs');
  return judgeRunbook(text, alert as (typeof ALERT_CATALOGUE)[number]);
}

describe('the check of the runbooks', () => {
  it('has nothing to say against a page in the one form', async () => {
    expect(await judge(page())).toEqual([]);
  });

  it('finds headings that are missing, added or in another order', async () => {
    const swapped = page().replace('## Causes', '## X').replace('## Mitigate', '## Causes');

    expect(await judge(page({ Links: 'Text.' }))).toEqual([
      'has the headings: What it means, Who is affected, First five minutes, Causes, Mitigate, Verify that it is over, Follow-up, Links',
    ]);
    expect(await judge(swapped)).toHaveLength(1);
  });

  it('finds a section that says nothing, and one that needs a query and has none', async () => {
    expect(await judge(page({ Causes: '' }))).toEqual(['says nothing under Causes']);
    expect(await judge(page({ 'First five minutes': '```sh\ndate\n```' }))).toEqual([
      'has no query under First five minutes',
    ]);
  });

  it('finds a page that names another limit than the default', async () => {
    expect(await judge(page().replace('50 %', '40 %'))).toEqual(['does not name 50 % in its head']);
  });

  it('finds a page without a log filter', async () => {
    expect(await judge(page().replaceAll('auth_events |', 'cat |'))).toEqual(['has no log filter']);
  });

  it.each([
    { ...ALERT, name: 'AuthServerErrors' },
    { ...ALERT, severity: 'warning' as const },
    { ...ALERT, forSeconds: 300 },
    { ...ALERT, forSeconds: 3600 },
  ])('finds a page whose head is not that of $name, $severity, $forSeconds s', async (alert) => {
    expect(await judge(page(), alert)).toEqual([expect.stringContaining('does not begin with')]);
  });
});

describe('judgeLogFilter', () => {
  it('finds events and attributes that do not exist', async () => {
    const { judgeLogFilter } = await import('../../runbooks/judge-log-filter.mjs');
    const vocabulary = { names: ['auth.token.reuse'], attributes: ['session.id', 'kind'] };
    const command = `auth_events | jq 'select(.event_name | IN("auth.token.reuse", "auth.reuse"))
      | [.attributes["session.id"], .attributes["session"], .attributes.kind, .attributes.sort]
      | .attributes | [.kind, .since // "-"]'`;

    expect(judgeLogFilter(command, vocabulary)).toEqual([
      'names the event auth.reuse, which does not exist',
      'names the attribute session, which no event carries',
      'names the attribute sort, which no event carries',
      'names the attribute since, which no event carries',
    ]);
  });
});
