import tls from 'node:tls';

/** A self-signed certificate for localhost and 127.0.0.1, good for a hundred years; for tests on loopback only. */
export const certificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUbgPI9zvmPhg8Ji0VcHYXKx0lNnMwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzEzMTYwM1oYDzIxMjYxMDMw
MTMxNjAzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATd+y7ki/RWxBXj2n74UPcNCLhJhBV8Xup7AD2Rw7rVDD9G26SFe8HA
IA14ezKM6eXZOLqapYf3MQa0nag6bj9Yo28wbTAdBgNVHQ4EFgQUwKry/qMNqt6M
mdt4ilcO8msQgvkwHwYDVR0jBBgwFoAUwKry/qMNqt6Mmdt4ilcO8msQgvkwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAOCS0Iubr626cqnos1b6uqQ8nI5Swe4lACeku2U46QL2AiEA
3qUHT8FXmyMXq9Zv/Fcb+TdX37YasSHnRM0rG6RpZUs=
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQglTFCTbcMiI9ho5Ol
0wBYtyAlC00zYS4fwLTCZyM7hkKhRANCAATd+y7ki/RWxBXj2n74UPcNCLhJhBV8
Xup7AD2Rw7rVDD9G26SFe8HAIA14ezKM6eXZOLqapYf3MQa0nag6bj9Y
-----END PRIVATE KEY-----`,
};

/** Makes this process trust it. @returns how to stop that */
export function trustCertificate(): () => void {
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, certificate.cert]);
  return () => tls.setDefaultCACertificates(before);
}
