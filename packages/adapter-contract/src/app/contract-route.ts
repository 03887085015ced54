import type { IncomingHttpHeaders } from 'node:http';
import type { Judgement } from '@authmeter/core';
import type { AuthOperation } from '@authmeter/core/conventions';

/** What a step of a route sees of a request. */
export interface ContractRequest {
  readonly headers: IncomingHttpHeaders;
  /** Resolves when the client has its answer, or has left. */
  readonly closed: Promise<void>;
}

/** What a handler answers; the body does not matter. */
export interface ContractAnswer {
  readonly status: number;
  /** Where a redirect leads. */
  readonly location?: string;
}

/** Whom a guard accepted, to be put where the framework's auth libraries put it. */
export interface ContractClaims {
  readonly sub: string;
  /** Epoch seconds. */
  readonly iat?: number;
  /** Epoch seconds. */
  readonly exp?: number;
}

/** An auth layer, wrapped by the adapter under test. Without claims it lets somebody pass whom it does not know. */
interface Guard {
  readonly kind: 'guard';
  /** Whether the adapter is told that the guard lets strangers pass. */
  readonly isOptional?: true;
  /** Whether it hands on twice, as a missing `return` does. */
  readonly passesTwice?: true;
}

/** Refuses by throwing while it is called. */
export interface ThrowingGuard extends Guard {
  readonly refuses: 'by throwing';
  readonly authenticate: (request: ContractRequest) => ContractClaims | undefined;
}

/** Refuses by a rejected promise, or by the framework's way of passing an error on. */
export interface RejectingGuard extends Guard {
  readonly refuses: 'by rejecting' | 'by passing the error on';
  readonly authenticate: (request: ContractRequest) => Promise<ContractClaims | undefined>;
}

/** Refuses by answering with a status, and tells nobody why. */
export interface AnsweringGuard extends Guard {
  readonly refuses: 'by answering';
  readonly status: number;
  readonly authenticate: (request: ContractRequest) => Promise<ContractClaims | undefined>;
}

export type GuardStep = ThrowingGuard | RejectingGuard | AnsweringGuard;

/** A rate limiter of the framework's world, wrapped by the adapter: the request after `limit` others gets 429. */
export interface LimiterStep {
  readonly kind: 'limiter';
  readonly limiter: string;
  readonly limit: number;
}

/** A middleware that the adapter is not told of: it answers, or lets pass. */
export interface CheckStep {
  readonly kind: 'check';
  readonly check: (request: ContractRequest) => ContractAnswer | undefined;
}

/** A session middleware that the adapter is not told of: it puts the account on the request. */
export interface SessionStep {
  readonly kind: 'session';
  readonly account: { readonly id: string };
}

export type ContractStep = GuardStep | LimiterStep | CheckStep | SessionStep;

/** What a route is declared to be, and how its answer is judged where the status does not tell. */
export interface ContractOperation {
  readonly operation: AuthOperation;
  readonly judge?: (answer: ContractAnswer) => Judgement | undefined;
}

/** One route that every adapter's server has. */
export interface ContractRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Declared in the adapter's route table; see `operationsOf`. */
  readonly operation?: ContractOperation;
  /** What stands before the handler, outermost first. */
  readonly steps: readonly ContractStep[];
  /** Answers, throws, or rejects; an error goes where the framework takes it. */
  readonly handle: (request: ContractRequest) => ContractAnswer | Promise<ContractAnswer>;
}
