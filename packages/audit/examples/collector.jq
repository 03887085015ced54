def value: .stringValue // .doubleValue // .boolValue // (.intValue | tonumber? // null);
.resourceLogs[].scopeLogs[].logRecords[]
| (.timeUnixNano | length) as $digits
| {
    timestamp: "\(.timeUnixNano[:$digits - 9] | tonumber | todate | .[:-1]).\(.timeUnixNano[-9:-6])Z",
    severity_text: .severityText,
    event_name: .eventName,
    trace_id: (.traceId | select(. != "") // null),
    attributes: ([.attributes[]? | { key, value: (.value | value) }] | from_entries)
  }
