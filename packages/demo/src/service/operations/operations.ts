/** What routes do, where their status would not tell. */
export const OPERATIONS = {
  'POST /auth/register': 'register',
  'POST /auth/login': { operation: 'login', method: 'password' },
  'POST /auth/login/code': { operation: 'login', method: 'oauth' },
  'POST /auth/refresh': 'token_refresh',
  'POST /auth/logout': 'logout',
  'POST /auth/password-reset': 'password_reset',
  'POST /auth/password-reset/confirm': { operation: 'password_reset', event: 'completed' },
} as const;
