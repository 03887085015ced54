export { listRecordings } from './list-recordings';
export {
  isRecorded,
  levelOf,
  recordTraffic,
  recordValue,
  windowsOf,
  type RecordedCondition,
  type RecordingContext,
} from './record-condition';
export { pinnedLabels, recordName, referTo, type Recording } from './recording';
