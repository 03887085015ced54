import { Inject } from '@nestjs/common';

const PARTS = Symbol('parts');
const INTROSPECTION_URL = Symbol('introspection url');

/** What the module provides of the service. */
export const TOKENS = { parts: PARTS, introspectionUrl: INTROSPECTION_URL };

/** Injects the parts that the service is made of. */
export const InjectParts = () => Inject(PARTS);

/** Injects where the partners' identity provider judges tokens. */
export const InjectIntrospectionUrl = () => Inject(INTROSPECTION_URL);
