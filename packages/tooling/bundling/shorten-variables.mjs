import { minify } from 'terser';

/** What is given to such a variable takes its name: a class, a function, an arrow function. */
const NAMED_BY_VARIABLE =
  /([\w$]+)=(?=class\b|(?:async )?(?:function\b|[\w$]+=>|\([\w$,={}[\].\s]*\)=>))/g;

/**
 * The text of a CommonJS file in which variables have short names. Nothing else changes: functions, classes and
 * properties keep their names, so that a stack trace says where, and a reader what is called.
 * @param {string} code without white space where none is needed
 * @returns {Promise<string>}
 */
export async function shortenVariables(code) {
  const reserved = [...code.matchAll(NAMED_BY_VARIABLE)].map(([, name = '']) => name);
  const { code: shortened = '' } = await minify(code, {
    toplevel: true,
    compress: false,
    mangle: { keep_fnames: true, keep_classnames: true, reserved: [...new Set(reserved)] },
    format: { comments: false },
  });
  return shortened;
}
