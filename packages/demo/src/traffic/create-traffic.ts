import type { Service } from '../service/service';
import type { Truth } from '../truth/truth';
import { createPopulation } from './population';
import type { RandomSource } from './random-source';
import { send } from './send';
import type { Step, Visit, Visitor } from './visit';
import { originOfVisit } from './visit-origin';

/** Lets visitors come. */
export interface Traffic {
  /** Plays one visit to its end. Rejects only when the service cannot be reached. */
  play(visitor: Visitor): Promise<void>;
}

/** Traffic over HTTP; whatever it does is noted in the truth. */
export function createTraffic(service: Service, truth: Truth, random: RandomSource): Traffic {
  const { url, inside, operator, suspended } = service;
  const population = createPopulation({ operator, suspended }, random);
  return {
    play: async ({ name, as, steps }) => {
      const visit: Visit = {
        ...originOfVisit(truth.visits),
        account: population.take(as),
        inside,
        cookies: new Map(),
        stolenCookies: new Map(),
        accessToken: undefined,
        apiKey: undefined,
        mailedToken: undefined,
      };
      truth.noteVisit(name);
      try {
        for (const step of steps) await takeStep(url, visit, step, name, truth);
      } finally {
        population.giveBack(visit.account);
      }
    },
  };
}

/** Sends one request and notes what it was. @throws when the service cannot be reached */
export async function takeStep(
  url: string,
  visit: Visit,
  { request, expects, learn }: Step,
  visitor: string,
  truth: Truth,
): Promise<void> {
  const recipe = request(visit);
  const answer = await send(url, visit.address, recipe);
  const effects = expects[answer.status];
  const { network, account } = visit;
  const source = { network, openSessions: account.openSessions };
  truth.noteRequest((effects ?? []).flatMap((effect) => effect(source)));
  if (effects === undefined) {
    const { method, path } = recipe;
    truth.noteSurprise(`"${visitor}": ${method} ${path} answered ${String(answer.status)}`);
  } else learn?.(visit, answer);
}
