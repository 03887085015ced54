import { readUrlState, writeUrlState } from '../../src/page/url-state';

describe('the address of the page', () => {
  it('says nothing of what is as usual', () => {
    expect(writeUrlState(readUrlState(''))).toBe('');
  });

  it('says what somebody chose, and reads it again', () => {
    const search =
      '?range=1h&method=api_key&reason=expired_token&theme=dark&form=table&keys=off&sender=x';

    expect(writeUrlState(readUrlState(search))).toBe(search);
  });

  it('takes what it does not know for the usual', () => {
    expect(readUrlState('?range=7d&theme=pink&form=pie')).toMatchObject({
      range: '5m',
      theme: 'auto',
      form: 'chart',
      keys: true,
    });
  });
});
