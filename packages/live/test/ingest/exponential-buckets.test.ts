import { explicitBucketsOf } from '../../src/ingest/exponential-buckets';

describe('explicitBucketsOf', () => {
  it('puts each exponential bucket under the first bound that reaches as far up', () => {
    // Scale 0: the bucket at offset n holds what is above 2^n, up to 2^(n+1).
    const given = {
      scale: 0,
      zeroCount: 3,
      positive: { offset: -1, bucketCounts: [5, 7, 11] },
      sum: 40,
    };

    expect(explicitBucketsOf(given, [0.5, 1, 2, 10])).toEqual({
      boundaries: [0.5, 1, 2, 10],
      counts: [3, 5, 7, 11, 0],
      sum: 40,
    });
  });

  it('puts what lies above all bounds into the last bucket', () => {
    const given = { scale: 1, zeroCount: 0, positive: { offset: 6, bucketCounts: [4] }, sum: 9 };

    expect(explicitBucketsOf(given, [1, 5]).counts).toEqual([0, 0, 4]);
  });
});
