import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { demo } from "./stack";

/** The administrator of the embedded AWS: looks at what is really there, past the app. */
function connection() {
  return {
    endpoint: demo().awsEndpoint,
    region: "ap-northeast-2",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
}

export const s3 = () => new S3Client({ ...connection(), forcePathStyle: true });

/** Keys and sizes of all objects below a prefix, all pages. */
export async function objects(bucket: string, prefix: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for await (const page of paginateListObjectsV2(
    { client: s3() },
    { Bucket: bucket, Prefix: prefix },
  )) {
    for (const { Key, Size } of page.Contents ?? []) found.set(Key ?? "", Size ?? -1);
  }
  return found;
}

/** Makes a prefix exist the way the S3 console does, and empties it first. */
export async function freshPrefix(bucket: string, prefix: string): Promise<void> {
  const keys = [...(await objects(bucket, prefix)).keys()];
  for (let at = 0; at < keys.length; at += 1000) {
    const Objects = keys.slice(at, at + 1000).map((Key) => ({ Key }));
    await s3().send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects } }));
  }
  await put(bucket, prefix, "");
}

export async function put(bucket: string, key: string, body: string): Promise<void> {
  await s3().send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
}

/** What an object holds, as text. */
export async function body(bucket: string, key: string): Promise<string> {
  const { Body } = await s3().send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return (await Body?.transformToString()) ?? "";
}

export async function head(bucket: string, key: string) {
  return s3().send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
}

/** Keys of multipart uploads that were begun and neither completed nor aborted. */
export async function unfinished(bucket: string): Promise<string[]> {
  const { Uploads } = await s3().send(new ListMultipartUploadsCommand({ Bucket: bucket }));
  return (Uploads ?? []).map(({ Key }) => Key ?? "");
}

export interface Announcement {
  readonly type: string;
  readonly key: string;
  readonly bucket: string;
}

/** A queue subscribed to the topic; `drain` returns what has come, until `count` or nothing more comes. */
export async function subscribe(name: string) {
  const sqs = new SQSClient(connection());
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
  );
  const queueArn = Attributes?.["QueueArn"] ?? "";
  await sqs.send(
    new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: allow(queueArn) } }),
  );
  await new SNSClient(connection()).send(
    new SubscribeCommand({ TopicArn: demo().topicArn, Protocol: "sqs", Endpoint: queueArn }),
  );
  return { drain: () => drain(sqs, QueueUrl) };
}

function allow(queueArn: string): string {
  const Condition = { ArnEquals: { "aws:SourceArn": demo().topicArn } };
  const Principal = { Service: "sns.amazonaws.com" };
  const statement = {
    Effect: "Allow",
    Principal,
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition,
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

async function drain(sqs: SQSClient, QueueUrl: string): Promise<Announcement[]> {
  const all: Announcement[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 2 }),
    );
    if (Messages.length === 0) return all;
    all.push(...Messages.map(({ Body }) => announcement(Body ?? "")));
    const Entries = Messages.map(({ ReceiptHandle }, at) => ({ Id: `${at}`, ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
  }
}

function announcement(body: string): Announcement {
  const { Message } = JSON.parse(body) as { Message: string };
  const event = JSON.parse(Message) as { type: string; data: { bucket: string; key: string } };
  return { type: event.type, key: event.data.key, bucket: event.data.bucket };
}
