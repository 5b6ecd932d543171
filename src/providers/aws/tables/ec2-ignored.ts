import type { IgnoredOperation, ServiceMapping } from "../mapping-table.js";

/** Operations that run, read or copy something and change nothing that Terraform declares. */
export const ignored: ServiceMapping = {
  RebootInstances: runs("a reboot leaves an instance as it is declared"),
  SendDiagnosticInterrupt: runs("an interrupt leaves an instance as it is declared"),
  GetPasswordData: runs("it reads a password"),
  GetConsoleOutput: runs("it reads an instance's output"),
  GetConsoleScreenshot: runs("it reads an instance's screen"),
  GetLaunchTemplateData: runs("it reads an instance's settings"),
  ConfirmProductInstance: runs("it reads an instance's product code"),
  BundleInstance: runs("it copies an instance to S3"),
  CancelBundleTask: runs("it ends a copy"),
  CreateInstanceExportTask: runs("it copies an instance to S3"),
  CreateStoreImageTask: runs("it copies an image to S3"),
  ExportImage: runs("it copies an image to S3"),
  CancelExportTask: runs("it ends a copy"),
  CancelImportTask: runs("it ends an import"),
  CreateInstanceEventWindow: runs("Terraform does not declare event windows"),
  ModifyInstanceEventStartTime: runs("it moves AWS's own maintenance"),
  ReportInstanceStatus: runs("it sends feedback to AWS"),
  EnableVolumeIO: runs("it resumes a volume's input and output"),
};

function runs(detail: string): IgnoredOperation {
  return { ignored: "data_plane", detail };
}
