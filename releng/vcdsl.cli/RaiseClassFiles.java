import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Writes the old class files in a jar in the format of Java 8; the build of this module runs this file as it is.
 *
 * <p>The JVM keeps classes in formats before that of Java 6, and all that extend them, out of its archive of loaded classes, and reads and
 * verifies them anew at each start. ANTLR's runtime is such a library, hence the generated parser; the others are picocli and reload4j. Only
 * the format changes and the stack maps that it asks for; a note in the jar says so, as the libraries' licences ask.
 *
 * <p>Argument: the jar, changed in place. Fails when a class cannot be raised.
 */
public final class RaiseClassFiles {

    /** Of Java 6: the oldest format that the JVM archives. */
    private static final int OLDEST_ARCHIVED = Opcodes.V1_6;
    private static final int MAJOR_VERSION_AT = 7;
    private static final String NOTE = "META-INF/RAISED-CLASSES";

    private final ClassLoader classes;

    private RaiseClassFiles(ClassLoader classes) {
        this.classes = classes;
    }

    public static void main(String[] arguments) throws IOException {
        var jar = Path.of(arguments[0]);
        try (var classes = new URLClassLoader(new URL[] { jar.toUri().toURL() }, ClassLoader.getPlatformClassLoader());
                var files = FileSystems.newFileSystem(jar)) {
            var raised = new RaiseClassFiles(classes).raiseAll(files);
            Files.writeString(files.getPath(NOTE),
                    "These classes were published in an older format of class files, and are here in that of Java 8. Nothing else was changed.\n\n"
                            + String.join("\n", raised) + "\n");
        }
    }

    private List<String> raiseAll(FileSystem jar) throws IOException {
        try (var files = Files.walk(jar.getPath("/"))) {
            return files.filter(file -> file.toString().endsWith(".class")).filter(this::raise).map(file -> file.toString().substring(1))
                    .sorted().toList();
        }
    }

    /** Whether the file was old; it no longer is. */
    private boolean raise(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            if (bytes[MAJOR_VERSION_AT] >= OLDEST_ARCHIVED) {
                return false;
            }
            var modified = Files.getLastModifiedTime(file);
            Files.write(file, raised(bytes));
            Files.setLastModifiedTime(file, modified);
            return true;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private byte[] raised(byte[] old) {
        var writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        new ClassReader(old).accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
            }

            /** Subroutines of old compilers are not allowed any more. */
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new JSRInlinerAdapter(super.visitMethod(access, name, descriptor, signature, exceptions), access, name, descriptor,
                        signature, exceptions);
            }
        }, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }
}
