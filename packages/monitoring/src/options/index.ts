export { PROJECT_PAGES } from './project-pages';
export { RenderOptionError } from './render-option-error';
export { resolveOptions, type RenderOptions, type ResolvedOptions } from './render-options';
export { type ThresholdOf, type Thresholds } from './resolve-thresholds';
