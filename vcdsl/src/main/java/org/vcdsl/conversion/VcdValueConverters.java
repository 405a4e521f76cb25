package org.vcdsl.conversion;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.xtext.common.services.DefaultTerminalConverters;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

import com.google.inject.Inject;

/** The data type rules of the grammar: what is written apart or with comments between is one value all the same. */
public class VcdValueConverters extends DefaultTerminalConverters {

	private static final String WILDCARD = ".*";
	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	/** Begins with a digit or holds two colons, as numbers of the grammar do and no name does. */
	private static final Pattern BARE_ADDRESS = Pattern.compile("\\d.*|\\p{XDigit}{0,4}:\\p{XDigit}{0,4}:.*");

	@Inject
	private ReservedWords reserved;

	/** A name; {@code ^} in front of a keyword makes it one. */
	@ValueConverter(rule = "ValidID")
	public IValueConverter<String> ValidID() {
		return idOrKeyword;
	}

	/** A name, or a qualified one. */
	@ValueConverter(rule = "ElementName")
	public IValueConverter<String> ElementName() {
		return qualified;
	}

	/** The name of a package. */
	@ValueConverter(rule = "PackageName")
	public IValueConverter<String> PackageName() {
		return qualified;
	}

	/** The name of a package or of an element in one, or of all in it. */
	@ValueConverter(rule = "ImportedNamespace")
	public IValueConverter<String> ImportedNamespace() {
		return qualified;
	}

	/** The name of a CPU model, without its quotes. */
	@ValueConverter(rule = "CpuModelName")
	public IValueConverter<String> CpuModelName() {
		return quoted;
	}

	/** A name of an operating system release: {@code Debian 12}. */
	@ValueConverter(rule = "OsName")
	public IValueConverter<String> OsName() {
		return osName;
	}

	/** What an image is made for: {@code linux/amd64}. */
	@ValueConverter(rule = "Platform")
	public IValueConverter<String> Platform() {
		return platform;
	}

	/** A kernel that a release offers beside its own: {@code hwe 6.8}. */
	@ValueConverter(rule = "KernelFlavour")
	public IValueConverter<String> KernelFlavour() {
		return words;
	}

	/** A symbol with its value: {@code USER_NS y}. */
	@ValueConverter(rule = "KernelOptionValue")
	public IValueConverter<String> KernelOptionValue() {
		return words;
	}

	/** A version to compare with: {@code >= 5.8}. */
	@ValueConverter(rule = "VersionBound")
	public IValueConverter<String> VersionBound() {
		return words;
	}

	/** A cgroup version and how well it is supported: {@code 1 deprecated}. */
	@ValueConverter(rule = "CgroupSupport")
	public IValueConverter<String> CgroupSupport() {
		return words;
	}

	/** An architecture, without quotes that may stand around it. */
	@ValueConverter(rule = "ArchitectureName")
	public IValueConverter<String> ArchitectureName() {
		return wordOrString;
	}

	/** A number with its unit: {@code 16 GiB}. */
	@ValueConverter(rule = "Quantity")
	public IValueConverter<String> Quantity() {
		return words;
	}

	/** A quantity, or a request and a limit: {@code 250 mcpu..2 core}. */
	@ValueConverter(rule = "Demand")
	public IValueConverter<String> Demand() {
		return words;
	}

	/** An address: a number as it stands, or a string without its quotes. */
	@ValueConverter(rule = "Address")
	public IValueConverter<String> Address() {
		return address;
	}

	private final IValueConverter<String> quoted = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return STRING().toString(value);
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return STRING().toValue(string, node);
		}
	};

	private final IValueConverter<String> wordOrString = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return Character.isJavaIdentifierStart(value.charAt(0)) && value.chars().allMatch(Character::isJavaIdentifierPart) ? value
					: STRING().toString(value);
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return string.startsWith("\"") ? STRING().toValue(string, node) : string;
		}
	};

	private final IValueConverter<String> address = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return BARE_ADDRESS.matcher(value).matches() ? value : STRING().toString(value);
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return string.startsWith("\"") ? STRING().toValue(string, node) : string;
		}
	};

	private final IValueConverter<String> idOrKeyword = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return name(value);
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return string.replace("^", "");
		}
	};

	/** Between dots a keyword is none. */
	private final IValueConverter<String> qualified = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			var isWildcard = value.endsWith(WILDCARD);
			var name = isWildcard ? value.substring(0, value.length() - WILDCARD.length()) : value;
			var segments = name.split("\\.", -1);
			for (var segment : segments) {
				requireName(segment);
			}
			return (segments.length > 1 ? name : name(name)) + (isWildcard ? WILDCARD : "");
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return string.replace("^", "").replace(" ", "");
		}
	};

	private final IValueConverter<String> osName = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			var name = value.split(" ", 2);
			return name(name[0]) + (name.length > 1 ? " " + name[1] : "");
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return words.toValue(string, node).replace("^", "");
		}
	};

	private final IValueConverter<String> platform = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return value;
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return string.replace(" ", "");
		}
	};

	private final IValueConverter<String> words = new AbstractNullSafeConverter<>() {
		@Override
		protected String internalToString(String value) {
			return value.replace(" .. ", "..");
		}

		@Override
		protected String internalToValue(String string, INode node) {
			return node == null ? string
					: StreamSupport.stream(node.getLeafNodes().spliterator(), false).filter(leaf -> !leaf.isHidden())
							.map(ILeafNode::getText).collect(Collectors.joining(" "));
		}
	};

	private String name(String value) {
		requireName(value);
		return reserved.include(value) ? "^" + value : value;
	}

	private static void requireName(String value) {
		if (!NAME.matcher(value).matches()) {
			throw new ValueConverterException("'%s' is no name: names are made of letters, digits and '_'".formatted(value), null, null);
		}
	}
}
