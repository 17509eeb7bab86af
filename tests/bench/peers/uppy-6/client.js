// Uppy 6 as its documentation sets it up with presigned URLs; the URLs are signed in advance.
import Uppy from "@uppy/core";
import AwsS3 from "@uppy/aws-s3";

export async function upload(files, { signed }) {
  const uppy = new Uppy().use(AwsS3, {
    generateObjectKey: ({ name }) => name,
    signRequest: (request) => ({ url: urlOf(request, signed) }),
  });
  uppy.addFiles(files.map((data) => ({ name: data.name, type: data.type, data })));
  const { failed } = await uppy.upload();
  if (failed.length > 0) throw new Error(failed[0].error);
}

// It creates a multipart upload of its own, which stays empty: the parts go to the one that the URLs were signed for.
function urlOf({ method, key, uploadId, partNumber }, signed) {
  if (partNumber !== undefined) return signed.parts[partNumber - 1];
  if (method === "PUT") return signed.puts[key];
  if (method === "POST") return uploadId === undefined ? signed.create : signed.complete;
  throw new Error(`nothing is signed for ${method}`);
}
