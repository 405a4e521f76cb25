package org.vcdsl.rule;

import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.IFNONNULL;
import static org.objectweb.asm.Opcodes.IFNULL;
import static org.objectweb.asm.Opcodes.IF_ACMPNE;
import static org.objectweb.asm.Opcodes.JSR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A class with one condition turned round.
 *
 * @param className for instance {@code org.vcdsl.rule.capacity.MemoryExceeded}
 * @param method its name; a lambda's is that of the method around it
 * @param ordinal which condition of that method, from 1
 * @param line of the condition
 * @param bytes the class file
 */
record Mutant(String className, String method, int ordinal, int line, byte[] bytes) {

	private static final Map<String, byte[]> CLASS_FILES = new HashMap<>();

	/** Every mutant of a class, in the order of its instructions. */
	static List<Mutant> of(String className) {
		var original = classFile(className);
		var mutants = new ArrayList<Mutant>();
		var ordinals = new HashMap<String, Integer>();
		for (var index = 0; index < conditions(read(original)).size(); index++) {
			var type = read(original);
			var condition = conditions(type).get(index);
			var method = method(type, condition);
			var line = line(condition);
			condition.setOpcode(negated(condition.getOpcode()));
			var writer = new ClassWriter(0);
			type.accept(writer);
			mutants.add(new Mutant(className, method, ordinals.merge(method, 1, Integer::sum), line, writer.toByteArray()));
		}
		return mutants;
	}

	static byte[] classFile(String className) {
		try (var stream = Mutant.class.getClassLoader().getResourceAsStream(className.replace('.', '/') + ".class")) {
			return stream.readAllBytes();
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static ClassNode read(byte[] classFile) {
		var type = new ClassNode();
		new ClassReader(classFile).accept(type, 0);
		return type;
	}

	private static List<JumpInsnNode> conditions(ClassNode type) {
		var conditions = new ArrayList<JumpInsnNode>();
		for (var method : type.methods) {
			for (var instruction : method.instructions) {
				if (instruction instanceof JumpInsnNode jump && jump.getOpcode() != GOTO && jump.getOpcode() != JSR) {
					conditions.add(jump);
				}
			}
		}
		return conditions;
	}

	/** The instruction set pairs each condition with its opposite, from IFEQ and IFNE on; the two about null stand apart. */
	private static int negated(int opcode) {
		if (opcode == IFNULL || opcode == IFNONNULL) {
			return IFNULL + IFNONNULL - opcode;
		}
		if (opcode < IFEQ || opcode > IF_ACMPNE) {
			throw new IllegalArgumentException("Not a condition: " + opcode);
		}
		return (opcode - IFEQ ^ 1) + IFEQ;
	}

	private static int line(AbstractInsnNode instruction) {
		var before = instruction;
		while (!(before instanceof LineNumberNode)) {
			before = before.getPrevious();
		}
		return ((LineNumberNode) before).line;
	}

	private static String method(ClassNode type, JumpInsnNode condition) {
		return type.methods.stream().filter(method -> method.instructions.contains(condition)).map(Mutant::label).findFirst()
				.orElseThrow();
	}

	/** javac names the body of a lambda {@code lambda$check$0}. */
	private static String label(MethodNode method) {
		return method.name.startsWith("lambda$") ? method.name.split("\\$")[1] : method.name;
	}

	/** Loads classes of some packages anew, this mutant in place of its original, and everything else as it is. */
	ClassLoader loader(List<String> packages) {
		return new ClassLoader(Mutant.class.getClassLoader()) {

			@Override
			protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
				synchronized (getClassLoadingLock(name)) {
					var loaded = findLoadedClass(name);
					if (loaded != null) {
						return loaded;
					}
					if (packages.stream().noneMatch(name::startsWith)) {
						return super.loadClass(name, resolve);
					}
					var bytes = name.equals(className) ? Mutant.this.bytes : CLASS_FILES.computeIfAbsent(name, Mutant::classFile);
					return defineClass(name, bytes, 0, bytes.length);
				}
			}
		};
	}

	/** The same as long as nobody changes the conditions of the method. */
	String name() {
		return "%s.%s condition %d".formatted(className, method, ordinal);
	}

	@Override
	public String toString() {
		return "%s (line %d)".formatted(name(), line);
	}
}
