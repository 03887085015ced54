def method: { "4": "oidc", "5": "saml", "6": "oauth", "11": "basic", "12": "ldap" };
{
  timestamp: "\(.time / 1000 | floor | todate | .[:-1]).\(.time % 1000 + 1000 | tostring | .[1:])Z",
  severity_text: .metadata.log_level,
  event_name: .metadata.event_code,
  trace_id: .metadata.correlation_uid,
  attributes: (
    {
      "client.address": (.src_endpoint.ip // .src_endpoint.name),
      "geo.country.iso_code": .src_endpoint.location.country,
      "user.hash": .user.uid,
      "session.id": .session.uid,
      "error.type": .status_detail,
      reason: .status_code,
      method: (.auth_protocol // method[.auth_protocol_id | tostring])
    }
    + (.unmapped // {} | del(.owasp))
    | with_entries(select(.value != null))
  )
}
