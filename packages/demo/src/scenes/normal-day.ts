import { SCENE_SECONDS, type Scene } from './scene';

export const NORMAL_DAY: Scene = {
  name: 'normal-day',
  title: 'A normal day',
  happens:
    'Twelve requests and one and a half log-ins a second; a few percent fail, as they do everywhere.',
  shows: 'All is calm: no findings; top sources are many and equal.',
  seconds: SCENE_SECONDS,
  detects: [],
  fires: [],
  staysSilent: [
    'AuthFailureRateHigh',
    'LoginFailureRatioElevated',
    'TokenValidationFailureRatioHigh',
  ],
  runbook: undefined,
};
