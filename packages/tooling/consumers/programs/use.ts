// What a TypeScript service writes; compiled under every way of resolving modules, and run.
import { categorizeAuthError, createAuthMeter, type AuthMeter } from '@authmeter/core';
import { ATTEMPTS, prometheusName, type AuthReason } from '@authmeter/core/conventions';
import { authMetrics, observeAuth } from '@authmeter/express';
import express from 'express';

const meter: AuthMeter = createAuthMeter({ enabled: false });
const reason: AuthReason = categorizeAuthError(new Error('jwt expired')).reason;
const app = express();
app.use(authMetrics(meter));
app.use(observeAuth((_request, _response, next) => next()));
if (prometheusName(ATTEMPTS) !== 'auth_attempts_total') throw new Error(reason);
