import type { AuthObservation } from '../model/auth-observation';

/** An observation with the time that it took this once; as it is where none is given. */
export function timed(observation: AuthObservation, seconds: number | undefined): AuthObservation {
  return seconds === undefined
    ? observation
    : ({ ...observation, durationSeconds: seconds } as AuthObservation);
}
