// Uppy 5 as its documentation sets it up with presigned URLs; the URLs are signed in advance.
import Uppy from "@uppy/core";
import AwsS3 from "@uppy/aws-s3";

export async function upload(files, { signed }) {
  const uppy = new Uppy().use(AwsS3, {
    getUploadParameters: ({ name, type }) => ({
      method: "PUT",
      url: signed.puts[name],
      headers: { "content-type": type },
    }),
    createMultipartUpload: () => ({ uploadId: signed.uploadId, key: signed.key }),
    signPart: (_, { partNumber }) => ({ url: signed.parts[partNumber - 1] }),
    completeMultipartUpload: (_, { parts }) => complete(parts, signed.complete),
  });
  uppy.addFiles(files.map((data) => ({ name: data.name, type: data.type, data })));
  const { failed } = await uppy.upload();
  if (failed.length > 0) throw new Error(failed[0].error);
}

async function complete(parts, url) {
  const entries = parts.map(
    ({ PartNumber, ETag }) =>
      `<Part><PartNumber>${PartNumber}</PartNumber><ETag>${ETag}</ETag></Part>`,
  );
  const body = `<CompleteMultipartUpload>${entries.join("")}</CompleteMultipartUpload>`;
  const { ok, status } = await fetch(url, { method: "POST", body });
  if (!ok) throw new Error(`Complete: ${status}`);
  return {};
}
