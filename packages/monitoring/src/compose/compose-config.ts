/** Where a container finds what this package rendered; relative to the folder of the compose file. */
const mount = (source: string, target: string): string => `../${source}:${target}:ro`;

/** Ports answer on this machine only. */
const onLoopback = (port: number): string => `127.0.0.1:${port}:${port}`;

const PROMETHEUS = '/etc/prometheus';
const ALERTMANAGER = '/etc/alertmanager';
const COLLECTOR = '/etc/otelcol';
const GRAFANA = '/etc/grafana/provisioning';

/** Prometheus, Alertmanager, the collector and Grafana, provisioned with the other files. */
export const COMPOSE_CONFIG = {
  name: 'authmeter',
  services: {
    prometheus: {
      image: 'prom/prometheus:v3.16.0',
      command: [
        `--config.file=${PROMETHEUS}/prometheus.yml`,
        '--storage.tsdb.path=/prometheus',
        '--storage.tsdb.retention.time=32d',
      ],
      volumes: [
        mount('prometheus/prometheus.yml', `${PROMETHEUS}/prometheus.yml`),
        mount('prometheus/authmeter-rules.yml', `${PROMETHEUS}/authmeter-rules.yml`),
        'prometheus:/prometheus',
      ],
      ports: [onLoopback(9090)],
      extra_hosts: ['host.docker.internal:host-gateway'],
      restart: 'unless-stopped',
    },
    alertmanager: {
      image: 'prom/alertmanager:v0.34.2',
      command: [
        `--config.file=${ALERTMANAGER}/alertmanager.yml`,
        '--storage.path=/alertmanager',
        '--cluster.listen-address=',
      ],
      volumes: [mount('alertmanager', ALERTMANAGER), 'alertmanager:/alertmanager'],
      ports: [onLoopback(9093)],
      restart: 'unless-stopped',
    },
    collector: {
      image: 'otel/opentelemetry-collector-contrib:0.155.0',
      command: [`--config=${COLLECTOR}/gateway.yaml`],
      environment: {
        OTLP_ADDRESS: '0.0.0.0:4318',
        OTLP_GRPC_ADDRESS: '0.0.0.0:4317',
        METRICS_ADDRESS: '0.0.0.0:9464',
      },
      volumes: [mount('collector/gateway.yaml', `${COLLECTOR}/gateway.yaml`)],
      tmpfs: ['/var/log/authmeter:uid=10001,gid=10001', '/var/lib/authmeter:uid=10001,gid=10001'],
      ports: [onLoopback(4317), onLoopback(4318)],
      restart: 'unless-stopped',
    },
    grafana: {
      image: 'grafana/grafana:12.1.0',
      environment: {
        GF_SECURITY_ADMIN_PASSWORD: '${GRAFANA_ADMIN_PASSWORD:?choose one}',
        GF_ANALYTICS_REPORTING_ENABLED: 'false',
      },
      volumes: [
        mount('grafana/datasources.yml', `${GRAFANA}/datasources/authmeter.yml`),
        mount('grafana/dashboards.yml', `${GRAFANA}/dashboards/authmeter.yml`),
        mount('dashboards', '/var/lib/grafana/dashboards'),
        'grafana:/var/lib/grafana',
      ],
      ports: [onLoopback(3000)],
      depends_on: ['prometheus'],
      restart: 'unless-stopped',
    },
  },
  volumes: { prometheus: {}, alertmanager: {}, grafana: {} },
};

export const COMPOSE_COMMENTS = {
  '': 'GRAFANA_ADMIN_PASSWORD=… docker compose up -d\nEvery port answers on this machine only.',
  'services.prometheus.extra_hosts':
    'Your service, when it runs on this machine and not in a container.',
  'services.alertmanager.volumes':
    'Secrets belong in ../alertmanager/secrets, which the container sees as /etc/alertmanager/secrets.',
  'services.collector.tmpfs':
    'Audit logs and queues end with the container; mount folders that the user 10001 may write to keep them.',
};
