import { THIEF } from '../cast/customer-origin';
import {
  refresh,
  refreshAfterwards,
  replayRefreshToken,
  replayRefreshTokenAgain,
} from '../traffic/steps/token-steps';
import { SCENE_SECONDS, type Moment, type Scene } from './scene';

/** The victim's cookies of before the last refresh, sent from elsewhere. */
const replay = (atSecond: number, step = replayRefreshTokenAgain): Moment => ({
  atSecond,
  name: 'replays a stolen token',
  play: (cast) => {
    return { visit: { ...cast.victim, ...THIEF }, step };
  },
});

export const REFRESH_TOKEN_THEFT: Scene = {
  name: 'refresh-token-theft',
  title: 'A stolen refresh token',
  happens: 'A refresh token that was used already comes three times more, from another network.',
  shows: 'Every chart looks like a normal day; only the findings and detections do not.',
  seconds: SCENE_SECONDS,
  moments: [
    { atSecond: 10, name: 'refreshes', play: (cast) => ({ visit: cast.victim, step: refresh }) },
    replay(20, replayRefreshToken),
    replay(22),
    replay(24),
    {
      atSecond: 40,
      name: 'is asked to log in',
      play: (cast) => ({ visit: cast.victim, step: refreshAfterwards }),
    },
  ],
  detects: ['token_reuse'],
  fires: ['TokenReuseDetected'],
  staysSilent: ['AuthFailureRateHigh', 'LoginFailureRatioElevated'],
  runbook: 'TokenReuseDetected',
};
