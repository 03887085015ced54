import { readOwnStatus } from './read-status';
import { readConstructorName, readField } from './safe-read';
import { LINK, listMarks, PARTICULAR, type Sight } from './sight';

/** A way to read what every error may have. None throws; what cannot be read is as if it were not there. */
export interface Reading {
  code(error: object): unknown;
  name(error: object): unknown;
  /** The name of the constructor that made it. */
  constructorName(error: object): string | undefined;
  /** The HTTP status that stands in the error itself. */
  status(error: object): number | undefined;
  /** Which of `LINK` it has. */
  links(error: object): Sight;
  /** Which of `PARTICULAR` it has. */
  particulars(error: object): Sight;
}

/**
 * Looks each property up. The price is the same for every error, while properties written out in the code are ten times
 * as dear for a kind of error that the engine has not met before, and next to nothing for one that it has.
 */
export const LOOKED_UP: Reading = {
  code: (error) => readField(error, 'code'),
  name: (error) => readField(error, 'name'),
  constructorName: readConstructorName,
  status: readOwnStatus,
  links: createLook(LINK),
  particulars: createLook(PARTICULAR),
};

function createLook(bits: Readonly<Record<string, Sight>>): (error: object) => Sight {
  const marks = listMarks(bits);
  return (error) => {
    let sight: Sight = 0;
    for (const { name, bit } of marks) {
      if (readField(error, name) !== undefined) sight |= bit;
    }
    return sight;
  };
}
