/** An estimate, which another meter makes with other hashes. */
const ESTIMATED = 'auth.users.active';

/** What was exported, metric by metric, as plain data: without times, zeros and the name of who recorded it. */
export function comparableMetrics(scopeMetrics) {
  return scopeMetrics
    .flatMap(({ metrics }) => metrics)
    .map((metric) => [metric.descriptor.name, pointsOf(metric)])
    .filter(([name, points]) => name !== ESTIMATED && points.length > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Series that start at zero are Authmeter's own doing. */
function pointsOf({ dataPoints }) {
  return dataPoints
    .filter(({ value }) => value !== 0)
    .map(({ attributes, value }) => {
      const labels = JSON.stringify(Object.entries(attributes).sort());
      return [labels, JSON.parse(JSON.stringify(value))];
    })
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
