import express from 'express';

/** Makes an application of one of the supported lines of Express. */
export type CreateExpressApp = typeof express;

/** The types are those of Express 5; what the tests use is the same in Express 4. */
export const express4 = jest.requireActual<CreateExpressApp>('express4');
export const express5 = express;

export const EXPRESS_VERSIONS: readonly (readonly [name: string, create: CreateExpressApp])[] = [
  ['Express 4', express4],
  ['Express 5', express5],
];
