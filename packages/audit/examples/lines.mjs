import { createWriteStream } from 'node:fs';
import { createAuditLog, logLoginFailure, logLoginSuccess, logTokenIssued } from '@authmeter/audit';
import { createAuthMeter, setDefaultAuthMeter } from '@authmeter/core';

const audit = createAuditLog({
  sink: () => createWriteStream(process.env.AUDIT_FILE, { flags: 'a' }),
  format: process.env.AUDIT_FORMAT,
  serviceName: 'shop',
});
const userIdKey = process.env.AUTH_USER_ID_KEY;
setDefaultAuthMeter(createAuthMeter({ observers: [audit], userIdKey }));

const subject = { accountId: 'u-1', sourceAddress: '203.0.113.57', route: '/login' };
logLoginFailure(subject, { errorType: 'invalid_credentials' });
logLoginSuccess(subject);
logTokenIssued(subject, 'access');

await audit.shutdown();
