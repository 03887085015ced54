/** How notifications read, in the template language of Alertmanager. */
export const NOTIFICATION_TEMPLATE = `{{/* Rendered by @authmeter/monitoring; render again rather than edit. */}}
{{ define "authmeter.title" -}}
[{{ .Status | toUpper }}{{ if eq .Status "firing" }} {{ .Alerts.Firing | len }}{{ end }}] {{ .CommonLabels.alertname }} ({{ .CommonLabels.severity }})
{{- end }}

{{ define "authmeter.text" -}}
{{ range .Alerts -}}
{{ if eq .Status "resolved" }}Over: {{ end }}{{ .Annotations.summary }}
{{ .Annotations.description }}
Runbook: {{ .Annotations.runbook_url }}
Dashboard: {{ .Annotations.dashboard_url }}
{{ end }}
{{- end }}
`;
