export { type FalcoGrpcOptions, falcoGrpc, type PemSource } from "./falco-grpc.js";
