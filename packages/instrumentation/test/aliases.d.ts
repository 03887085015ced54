/** Types that an old version has, and its `exports` hide. */
declare module 'lowest-jose';
