/** An error that the service answers: its code, its HTTP status and the words that clients print verbatim. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  /** The error code, `__type` on the wire. */
  readonly code: string;
  readonly status: number;
  /** Errors of the service model spell their text `Message`, all others `message`. Source: wire.md, section 2. */
  readonly modeled: boolean;

  constructor(code: string, status: number, message: string, modeled = false) {
    super(message);
    this.code = code;
    this.status = status;
    this.modeled = modeled;
  }
}

/** A member or a combination of members breaks a constraint, or the job's status forbids the operation. */
export const validationException = (message: string) => new ServiceError('ValidationException', 400, message);

/** The body is not JSON, or a member has the wrong JSON type. */
export const serializationException = (message: string) => new ServiceError('SerializationException', 400, message);

/** No operation of this service has the name in X-Amz-Target, or the request is not `POST /`. */
export const unknownOperation = (message: string) => new ServiceError('UnknownOperationException', 404, message);

/** The text is moto's, which copied AWS's words for other resources of the service. */
export const resourceInUse = (jobName: string) =>
  new ServiceError(
    'ResourceInUse',
    400,
    `Resource Already Exists: Compilation job with name ${jobName} already exists. Choose a different name.`,
    true,
  );

/**
 * Public code has seen AWS answer ValidationException with this text, the model and the API reference say
 * ResourceNotFound. The runner answers what is documented: typed SDKs have a class for it, and every client that
 * copes with AWS treats both codes as "not found" (wire.md, section 2).
 */
export const resourceNotFound = (jobName: string) =>
  new ServiceError('ResourceNotFound', 400, `Could not find compilation job '${jobName}'.`, true);

/** The runner itself failed; the text never holds a stack or a path of the program. */
export const internalFailure = (message = 'The local runner could not process the request. Its log has the details.') =>
  new ServiceError('InternalFailure', 500, message);
