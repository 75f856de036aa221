{{- define "steward.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "steward.selectorLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "steward.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{ include "steward.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{- define "steward.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "steward.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- required "serviceAccount.name has to be set where serviceAccount.create is false" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "steward.image" -}}
{{- $repository := required "image.repository has to be set: where the image of docker/Dockerfile was pushed to" .Values.image.repository -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- /* The environment variable that sets a property. */ -}}
{{- define "steward.variable" -}}
{{- regexReplaceAll "[^A-Za-z0-9]" . "_" | upper -}}
{{- end -}}

{{- define "steward.tokenDirectory" -}}
/var/run/secrets/steward-vault
{{- end -}}

{{- define "steward.env" -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ required "database.jdbcUrl has to be set, such as jdbc:postgresql://db.example:5432/steward" .Values.database.jdbcUrl | quote }}
{{- $database := required "database.existingSecret has to be set: a secret with user name and password" .Values.database.existingSecret }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ $database }}
      key: {{ .Values.database.usernameKey }}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $database }}
      key: {{ .Values.database.passwordKey }}
- name: QUARKUS_VAULT_URL
  value: {{ required "vault.url has to be set, such as https://vault.example:8200" .Values.vault.url | quote }}
{{- with .Values.vault.namespace }}
- name: QUARKUS_VAULT_ENTERPRISE_NAMESPACE
  value: {{ . | quote }}
{{- end }}
{{- if .Values.vault.appRole.existingSecret }}
- name: QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID
  valueFrom:
    secretKeyRef:
      name: {{ .Values.vault.appRole.existingSecret }}
      key: {{ .Values.vault.appRole.roleIdKey }}
- name: QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID
  valueFrom:
    secretKeyRef:
      name: {{ .Values.vault.appRole.existingSecret }}
      key: {{ .Values.vault.appRole.secretIdKey }}
{{- else }}
- name: QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_ROLE
  value: {{ required "vault.kubernetes.role has to be set (or vault.appRole.existingSecret): how Steward logs in to Vault" .Values.vault.kubernetes.role | quote }}
- name: QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_AUTH_MOUNT_PATH
  value: {{ .Values.vault.kubernetes.mountPath | quote }}
- name: QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_JWT_TOKEN_PATH
  value: {{ include "steward.tokenDirectory" . }}/token
{{- end }}
- name: STEWARD_JWT_ISSUER
  value: {{ required "identity.issuer has to be set: the iss claim of your identity provider's tokens" .Values.identity.issuer | quote }}
- name: STEWARD_JWT_JWKS_URL
  value: {{ required "identity.jwksUrl has to be set: where your identity provider publishes its signing keys" .Values.identity.jwksUrl | quote }}
- name: STEWARD_JWT_AUDIENCE
  value: {{ required "identity.audience has to be set: the aud claim of tokens meant for Steward" .Values.identity.audience | quote }}
- name: STEWARD_JWT_GROUPS_CLAIM
  value: {{ .Values.identity.groupsClaim | quote }}
{{- with .Values.identity.roleMap }}
{{- $entries := list }}
{{- range $name, $role := . }}
{{- $entries = append $entries (printf "%s=%s" ($name | replace "," "\\,") $role) }}
{{- end }}
- name: STEWARD_ROLE_MAP
  value: {{ join "," $entries | quote }}
{{- end }}
{{- with .Values.instantly.baseUrl }}
- name: STEWARD_INSTANTLY_BASE_URL
  value: {{ . | quote }}
{{- end }}
{{- with .Values.cors.origins }}
- name: STEWARD_CORS_ORIGINS
  value: {{ join "," . | quote }}
{{- end }}
- name: QUARKUS_SHUTDOWN_TIMEOUT
  value: {{ printf "PT%dS" (int .Values.shutdownSeconds) | quote }}
{{- with .Values.javaOptions }}
- name: JAVA_TOOL_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- range $property, $value := .Values.settings }}
{{- /* Helm reads every number as a float, and writes large ones as 1.34217728e+08. */ -}}
{{- if and (kindIs "float64" $value) (eq (floor $value) $value) }}
{{- $value = int64 $value }}
{{- end }}
- name: {{ include "steward.variable" $property }}
  value: {{ $value | toString | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
