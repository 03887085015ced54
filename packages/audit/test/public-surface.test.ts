import * as surface from '../src';

describe('@authmeter/audit', () => {
  it('exports these names and no others', () => {
    expect(Object.keys(surface).sort()).toEqual([
      'AUDIT_FORMATS',
      'createAuditLog',
      'createAuditProcessor',
      'logLoginFailure',
      'logLoginSuccess',
      'logTokenIssued',
    ]);
  });
});
