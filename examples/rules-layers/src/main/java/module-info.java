/** Example of a project that is packaged by layer. */
module com.example.lending {
    exports com.example.lending;
}
