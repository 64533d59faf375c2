// The tool only needs an assembly to start from; nothing runs here.
return 0;
