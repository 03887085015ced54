def number: IN("failed_attempts", "window_seconds", "accounts", "sources", "suppressed_events");
{
  timestamp: .["@timestamp"],
  severity_text: (.log.level | ascii_upcase),
  event_name: .event.action,
  trace_id: .trace.id,
  attributes: (
    {
      "client.address": .source.address,
      "geo.country.iso_code": .source.geo.country_iso_code,
      "user.hash": .user.hash,
      "session.id": .labels.session_id,
      "http.route": .labels.http_route,
      "error.type": .error.type,
      reason: .event.reason
    }
    + (.labels // {} | del(.session_id, .http_route)
      | with_entries(if .key | number then .value |= tonumber else . end))
    | with_entries(select(.value != null))
  )
}
