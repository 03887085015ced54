import type { AuthErrorType } from '@authmeter/core/conventions';

/** What a code means: a failure of authentication, or `beside` when it is about something else. */
export type CodeMeaning = AuthErrorType | 'beside';
