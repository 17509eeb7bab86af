import { describe, expect, test } from "vitest";
import { parseCredentials } from "./credentialsText";

const id = "AKIAIOSFODNN7EXAMPLE";
const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEK==";
const keys = { accessKeyId: id, secretAccessKey: secret };
const all = { ...keys, sessionToken: "IQoJb3JpZ2luX2VjE//+a==" };

describe("credentials are found in", () => {
  test.each([
    [
      "shell exports",
      `export AWS_ACCESS_KEY_ID=${id}\nexport AWS_SECRET_ACCESS_KEY=${secret}\n`,
      keys,
    ],
    [
      "quoted exports with a session token",
      `export AWS_ACCESS_KEY_ID="${id}"\r\nexport AWS_SECRET_ACCESS_KEY='${secret}'\r\nexport AWS_SESSION_TOKEN="${all.sessionToken}"`,
      all,
    ],
    [
      "exports on one line",
      `export AWS_ACCESS_KEY_ID=${id}; export AWS_SECRET_ACCESS_KEY=${secret};`,
      keys,
    ],
    [
      "exports joined by &&",
      `export AWS_ACCESS_KEY_ID=${id} && export AWS_SECRET_ACCESS_KEY=${secret}`,
      keys,
    ],
    [
      "PowerShell",
      `$Env:AWS_ACCESS_KEY_ID="${id}"\n$Env:AWS_SECRET_ACCESS_KEY = "${secret}"\n$env:AWS_SESSION_TOKEN="${all.sessionToken}"`,
      all,
    ],
    ["cmd's set", `set AWS_ACCESS_KEY_ID=${id}\nset AWS_SECRET_ACCESS_KEY=${secret}`, keys],
    ["cmd's setx", `setx AWS_ACCESS_KEY_ID ${id}\nsetx AWS_SECRET_ACCESS_KEY ${secret}`, keys],
    [
      "a credentials file",
      `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\nregion = eu-west-1\n`,
      { ...keys, region: "eu-west-1" },
    ],
    [
      "the first profile of several",
      `[one]\naws_access_key_id=${id}\naws_secret_access_key=${secret}\n\n[two]\naws_access_key_id=AKIAOTHER\naws_session_token=other\n`,
      keys,
    ],
    [
      "aws sts assume-role",
      JSON.stringify(
        {
          Credentials: {
            AccessKeyId: id,
            SecretAccessKey: secret,
            SessionToken: all.sessionToken,
            Expiration: "2026-11-23T09:00:00+00:00",
          },
          AssumedRoleUser: { Arn: "arn:aws:sts::123456789012:assumed-role/r/s" },
        },
        null,
        4,
      ),
      all,
    ],
    [
      "JSON without line breaks",
      JSON.stringify({ AccessKey: { UserName: "lee", AccessKeyId: id, SecretAccessKey: secret } }),
      keys,
    ],
    [
      "an env file with a region",
      `AWS_REGION=us-east-1\nAWS_ACCESS_KEY_ID=${id}\nAWS_SECRET_ACCESS_KEY=${secret}`,
      { ...keys, region: "us-east-1" },
    ],
  ])("%s", (_what, text, expected) => {
    expect(parseCredentials(text)).toEqual(expected);
  });
});

test.each(["", id, secret, "hello world", "AWS_REGION=us-east-1", "a=b\nc=d"])(
  "nothing is made of %j",
  (text) => {
    expect(parseCredentials(text)).toBeNull();
  },
);
