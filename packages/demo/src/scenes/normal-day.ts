import { SCENE_SECONDS, type Scene } from './scene';

export const NORMAL_DAY: Scene = {
  name: 'normal-day',
  title: 'A normal day',
  happens:
    'Twelve requests and one and a half log-ins a second; a few percent fail, as they do everywhere.',
  seconds: SCENE_SECONDS,
  fires: [],
  staysSilent: [
    'AuthFailureRateHigh',
    'LoginFailureRatioElevated',
    'TokenValidationFailureRatioHigh',
  ],
  runbook: undefined,
};
