"""The only importer of Firebase's and Google's libraries, and only when they are needed."""
