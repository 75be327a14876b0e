package io.nextline.synthea;

import java.util.ArrayList;
import java.util.List;

/** The cohort that all tests share, six of ten kidney and the others lung; {@code -Dcohort.patients=N} asks for another size. */
public final class Courses {

    /** How many courses are of renal cell carcinoma. */
    public static final int OF_RCC = Integer.getInteger("cohort.patients", 220) * 6 / 10;

    /** How many are of non-small cell lung cancer. */
    public static final int OF_NSCLC = Integer.getInteger("cohort.patients", 220) * 4 / 10;

    /** All of them, those of renal cell carcinoma first. */
    public static final List<Course> ALL = generate();

    private Courses() {}

    private static List<Course> generate() {
        List<Course> courses = new ArrayList<>(new Cohort("nextline_rcc").first(OF_RCC));
        courses.addAll(new Cohort("nextline_nsclc").first(OF_NSCLC));
        return List.copyOf(courses);
    }
}
