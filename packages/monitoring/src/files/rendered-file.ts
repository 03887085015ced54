/** A file to be written. */
export interface RenderedFile {
  /** Below the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
