import { AUDIT } from './audit';
import { CARDINALITY } from './cardinality';
import { CLASSIFY } from './classify';
import { DRAIN } from './drain';
import { EXPRESS, KOA, NEST } from './http';
import { IMPORT } from './import';
import { NO_SDK } from './no-sdk';
import type { Part } from './part';
import { PRIVACY } from './privacy';
import { RECORD } from './record';
import { VERIFY } from './verify';

/** Everything that is measured, in the order of the page. */
export const PARTS: readonly Part[] = [
  RECORD,
  DRAIN,
  NO_SDK,
  CLASSIFY,
  PRIVACY,
  EXPRESS,
  KOA,
  NEST,
  VERIFY,
  AUDIT,
  CARDINALITY,
  IMPORT,
];
